import {Component, type ReactNode} from 'react';

type Props = {readonly onError: (error: unknown) => void; readonly children: ReactNode};

/**
 * Hands on a throw while drawing, and draws nothing more. Without it Ink shows the lines of code around the fault. Those
 * of a bundle have a million characters, and while they are laid out no key is heard.
 */
export class FaultBoundary extends Component<Props, {readonly failed: boolean}> {
	static getDerivedStateFromError() {
		return {failed: true};
	}

	override state = {failed: false};

	override componentDidCatch(error: unknown) {
		this.props.onError(error);
	}

	override render() {
		return this.state.failed ? null : this.props.children;
	}
}
