import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Text for a cell of a Markdown table. */
export function cell(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').replace(/</g, '&lt;').trim();
}

/** "One, two and three." becomes the same with exactly one full stop at its end. */
export function sentence(text: string): string {
	const trimmed = text.trim();
	return trimmed === '' || /[.?!…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function choices({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	return type === 'options' ? (options as INodePropertyOptions[]) : [];
}

function isEmpty({ type, default: value }: INodeProperties): boolean {
	if (type === 'resourceLocator' || type === 'fixedCollection') return true;
	if (Array.isArray(value)) return value.length === 0;
	return value === '' || value === undefined || value === null;
}

/** What a field holds before anybody touches it, as the editor shows it. */
export function defaultWords(field: INodeProperties): string {
	if (isEmpty(field)) return field.required ? 'must be filled in' : 'empty';
	if (field.type === 'boolean') return field.default === true ? 'on' : 'off';
	const chosen = choices(field).find(({ value }) => value === field.default);
	return chosen?.name ?? String(field.default);
}

function valueWords(field: INodeProperties | undefined, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const chosen = field && choices(field).find((option) => option.value === value);
	return chosen?.name ?? String(value);
}

/** "Only when Message Type is InMail." for a field that is not always shown. */
export function conditionWords(
	{ displayOptions }: Pick<INodeProperties, 'displayOptions'>,
	all: readonly INodeProperties[],
): string {
	const conditions = Object.entries(displayOptions?.show ?? {}).map(([name, values]) => {
		const field = all.find((other) => other.name === name.replace(/^\//, ''));
		const wanted = (values ?? []).map((value) => valueWords(field, value)).join(' or ');
		return `${field?.displayName ?? name} is ${wanted}`;
	});
	return conditions.length === 0 ? '' : `Only when ${conditions.join(' and ')}.`;
}

/** What a field is for: its description, its choices, and when it is shown. */
export function purposeWords(field: INodeProperties, all: readonly INodeProperties[]): string {
	const modes = (field.modes ?? []).map(({ displayName }) => displayName);
	const offered = choices(field).map(({ name, description }) =>
		description === undefined ? name : `${name} (${description.replace(/[.\s]+$/, '')})`,
	);
	return [
		sentence(field.description ?? ''),
		modes.length > 0 ? `Ways to fill it in: ${modes.join(', ')}.` : '',
		offered.length > 0 ? `Choices: ${offered.join('; ')}.` : '',
		conditionWords(field, all),
	]
		.filter(Boolean)
		.join(' ');
}
