import { asObject } from '../types';
import type { Answer, Call, Json, Vendor } from '../types';
import { decode } from '../world/directory';
import { ContractDocument, step } from './document';

/** One operation of a contract. */
export interface Operation {
	template: string;
	pointer: string;
	node: Json;
	segments: string[];
	parameters: Json[];
	body?: { pointer: string; required: boolean };
}

const documents = new Map<Vendor, Contract>();

/** The vendor's contract; read once per process, when first needed. */
export function contractOf(vendor: Vendor): Contract {
	let contract = documents.get(vendor);
	if (!contract) documents.set(vendor, (contract = new Contract(new ContractDocument(vendor))));
	return contract;
}

/** Holds requests and answers to an OpenAPI document. */
export class Contract {
	private readonly fixed = new Map<string, Operation>();
	private readonly templated: Array<{ method: string; operation: Operation }> = [];
	private readonly answers = new Map<string, { pointer?: string } | undefined>();

	constructor(readonly document: ContractDocument) {
		const paths = asObject(document.content.paths);
		for (const [template, methods] of Object.entries(paths)) {
			for (const [method, node] of Object.entries(asObject(methods))) {
				if (!METHODS.has(method)) continue;
				const operation = this.operation(template, method, asObject(node));
				const name = method.toUpperCase();
				if (template.includes('{')) this.templated.push({ method: name, operation });
				else this.fixed.set(`${name} ${template}`, operation);
			}
		}
	}

	/** The operation a request means; a literal path wins over a template. */
	find(method: string, path: string): Operation | undefined {
		const fixed = this.fixed.get(`${method} ${path}`);
		if (fixed) return fixed;
		const parts = path.split('/');
		return this.templated.find(
			({ method: name, operation }) => name === method && fits(operation.segments, parts),
		)?.operation;
	}

	/** Everything about a request that breaks the contract. */
	requestProblems(operation: Operation, call: Call): string[] {
		const problems = this.parameterProblems(operation, call);
		if (!operation.body) return problems;
		if (call.rawBody === '') {
			return operation.body.required ? [...problems, 'the body is missing'] : problems;
		}
		if (!(call.headers['content-type'] ?? '').toLowerCase().startsWith('application/json')) {
			problems.push(`Content-Type is ${call.headers['content-type'] ?? 'missing'}, not JSON`);
		} else if (call.body === undefined) {
			problems.push('the body is not JSON');
		}
		if (call.body === undefined) return problems;
		return problems.concat(this.document.problems(operation.body.pointer, call.body, true));
	}

	/** Everything about an answer that breaks the contract. */
	answerProblems(operation: Operation, answer: Answer): string[] {
		const key = `${operation.pointer} ${answer.status}`;
		if (!this.answers.has(key)) this.answers.set(key, this.answer(operation, answer.status));
		const listed = this.answers.get(key);
		if (!listed) return [`status ${answer.status} is not in the contract`];
		if (!listed.pointer) return [];
		const body: unknown = answer.raw === undefined ? answer.body : JSON.parse(answer.raw);
		return this.document.problems(listed.pointer, body, false);
	}

	private operation(template: string, method: string, node: Json): Operation {
		const pointer = `/paths/${step(template)}/${method}`;
		const parameters = (Array.isArray(node.parameters) ? node.parameters : []).map(
			(_, index) => this.document.resolve(`${pointer}/parameters/${index}`).node,
		);
		const json = asObject(asObject(asObject(node.requestBody).content)['application/json']);
		const body = {
			pointer: `${pointer}/requestBody/content/application~1json/schema`,
			required: asObject(node.requestBody).required === true,
		};
		return {
			template,
			pointer,
			node,
			segments: template.split('/'),
			parameters,
			...(json.schema !== undefined && { body }),
		};
	}

	private answer(operation: Operation, status: number): { pointer?: string } | undefined {
		const responses = asObject(operation.node.responses);
		const name = [String(status), 'default'].find((key) => responses[key] !== undefined);
		if (name === undefined) return undefined;
		const { node, pointer } = this.document.resolve(`${operation.pointer}/responses/${name}`);
		const json = asObject(asObject(node.content)['application/json']);
		return json.schema ? { pointer: `${pointer}/content/application~1json/schema` } : {};
	}

	private parameterProblems(operation: Operation, call: Call): string[] {
		const problems: string[] = [];
		const known = new Set<string>();
		const parts = call.path.split('/');
		operation.parameters.forEach((parameter) => {
			const name = String(parameter.name);
			if (parameter.in === 'query') known.add(name);
			const value =
				parameter.in === 'query'
					? call.query[name]
					: parameter.in === 'path'
						? decode(parts[operation.segments.indexOf(`{${name}}`)])
						: undefined;
			if (value === undefined) {
				if (parameter.required === true && parameter.in !== 'header')
					problems.push(`${name} is missing`);
				return;
			}
			problems.push(...valueProblems(name, value, asObject(parameter.schema)));
		});
		for (const name of Object.keys(call.query)) {
			if (!known.has(name)) problems.push(`query parameter ${name} is not in the contract`);
		}
		return problems;
	}
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

function fits(segments: string[], parts: string[]): boolean {
	return (
		segments.length === parts.length &&
		segments.every((segment, i) =>
			segment.startsWith('{') ? parts[i] !== '' : segment === parts[i],
		)
	);
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Parameters arrive as text; the contracts ask for few kinds of them. */
function valueProblems(name: string, value: string, schema: Json): string[] {
	const type = schema.type;
	if (type === 'integer' && !/^-?\d+$/.test(value)) return [`${name} is not an integer`];
	if (type === 'boolean' && !/^(true|false)$/.test(value)) return [`${name} is not a boolean`];
	if (schema.format === 'uuid' && !UUID.test(value)) return [`${name} is not a UUID`];
	if (typeof schema.minimum === 'number' && Number(value) < schema.minimum) {
		return [`${name} is less than ${schema.minimum}`];
	}
	if (typeof schema.maximum === 'number' && Number(value) > schema.maximum) {
		return [`${name} is more than ${schema.maximum}`];
	}
	if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
		return [`${name} is none of ${schema.enum.join(', ')}`];
	}
	return [];
}
