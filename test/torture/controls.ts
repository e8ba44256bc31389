/** Whether a text that is printed holds what a terminal would act on, line ends and tabs aside. */
export const hasControls = (text: string): boolean =>
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/.test(text);
