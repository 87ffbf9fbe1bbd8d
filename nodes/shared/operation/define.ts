import type { z } from 'zod';

import type { InputOf, Part } from '../fields/part';
import { onDemand, schemaOf } from '../fields/part';
import { sendingPart } from '../fields/sending';
import type {
	ActBody,
	ActInput,
	ActOperation,
	ChangeBody,
	ChangeOperation,
	InputSchema,
	OperationNames,
	ReadBody,
	ReadOperation,
	SubjectKind,
} from './types';

/** An operation with its parameters as fields that read themselves. */
export interface Described<Parts extends readonly Part[]> extends OperationNames {
	/** In the order of the panel; `optionsPart` last. */
	readonly fields: Parts;
	/** Adds an issue for what does not go together, which no field by itself can tell. */
	readonly check?: (input: InputOf<Parts>, context: z.RefinementCtx) => void;
}

interface ReadSpec<Api, Parts extends readonly Part[]>
	extends Described<Parts>,
		ReadBody<Api, InputOf<Parts>> {}

interface ChangeSpec<Api, Parts extends readonly Part[]>
	extends Described<Parts>,
		ChangeBody<Api, InputOf<Parts>> {}

/** An act's input: its fields, with the one that says whom or what it is on as `on`. */
export type ActInputOf<Parts extends readonly Part[]> = Omit<InputOf<Parts>, SubjectKind> &
	ActInput;

interface ActSpec<Api, Parts extends readonly Part[]>
	extends Described<Parts>,
		ActBody<Api, ActInputOf<Parts>> {
	/** The sending LinkedIn account, where it does not stand in a field `account`. */
	readonly accountOf?: (input: InputOf<Parts>) => string | undefined;
}

function inputOf<Parts extends readonly Part[]>({
	fields,
	check,
}: Described<Parts>): InputSchema<InputOf<Parts>> {
	const schema = schemaOf(fields);
	return check === undefined ? schema : schema.superRefine(check);
}

function parametersOf(fields: readonly Part[]): ReadOperation<unknown>['parameters'] {
	return fields.flatMap(({ properties }) => properties);
}

/** `defineRead`, `defineChange` and `defineAct` for one vendor's API. */
export function operationsOf<Api>() {
	return {
		defineRead<const Parts extends readonly Part[]>({
			fields,
			check,
			...rest
		}: ReadSpec<Api, Parts>): ReadOperation<Api> {
			const input = onDemand(() => inputOf({ ...rest, fields, check }));
			const parameters = parametersOf(fields);
			return { ...rest, kind: 'read', parameters, input } as unknown as ReadOperation<Api>;
		},

		defineChange<const Parts extends readonly Part[]>({
			fields,
			check,
			...rest
		}: ChangeSpec<Api, Parts>): ChangeOperation<Api> {
			const input = onDemand(() => inputOf({ ...rest, fields, check }));
			const parameters = parametersOf(fields);
			return { ...rest, kind: 'change', parameters, input } as unknown as ChangeOperation<Api>;
		},

		defineAct<const Parts extends readonly Part[]>({
			fields,
			check,
			accountOf,
			...rest
		}: ActSpec<Api, Parts>): ActOperation<Api> {
			const { on = 'recipient', texts } = rest;
			const sending = sendingPart(on, texts !== undefined);
			const isLast = ({ properties }: Part): boolean =>
				properties.some(({ name }) => name === 'options');
			const parts: readonly Part[] = [
				...fields.filter((part) => !isLast(part)),
				sending,
				...fields.filter(isLast),
			];
			const input = onDemand(() =>
				inputOf({ ...rest, fields, check }).transform((given) => {
					const { [on]: named, ...others } = given as Record<string, unknown>;
					return { ...others, on: named, ...(accountOf && { account: accountOf(given) }) };
				}),
			);
			const parameters = parametersOf(parts);
			return { ...rest, kind: 'act', parameters, input } as unknown as ActOperation<Api>;
		},
	};
}
