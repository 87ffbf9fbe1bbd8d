/** How a case ended, told by the child that ran it. */
export interface CaseEnd {
	readonly name: string;
	readonly ms: number;
	/** Why it failed, in a line. */
	readonly problem?: string;
}

/** Names of the fields and options to be seen, by what is chosen in the drop-downs. */
export type Shown = Readonly<Record<string, readonly string[]>>;

/** What a child tells its parent. */
export interface Told {
	readonly ended?: CaseEnd;
	readonly shown?: Shown;
	/** Whether this version has a feature that the nodes use where there is one. */
	readonly features?: Readonly<Record<string, boolean>>;
}
