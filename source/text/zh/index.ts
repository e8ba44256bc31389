import type {en} from '../en/index.ts';
import {app} from './app.ts';
import {commands} from './commands.ts';
import {errors} from './errors.ts';
import {exported} from './exported.ts';
import {list} from './list.ts';
import {plain} from './plain.ts';
import {reasons} from './reasons.ts';
import {serviceLabels} from './service-labels.ts';
import {tally} from './tally.ts';
import {validity} from './validity.ts';

export const zh: typeof en = {app, commands, errors, exported, list, plain, reasons, serviceLabels, tally, validity};
