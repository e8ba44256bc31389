import type {ErrorCode, ErrorDetails} from '../core/errors.ts';

export type Problem = {readonly code: ErrorCode; readonly details: ErrorDetails};
