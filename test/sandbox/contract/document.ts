import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { root } from '../../support/node';
import { asObject } from '../types';
import type { Json, Vendor } from '../types';
import { allow, closeParams } from './allowances';
import { readDocument } from './cache';

const FILES: Readonly<Record<Vendor, string>> = {
	outX: 'outx',
	connectSafely: 'connectsafely',
	linkupApi: 'linkupapi',
};

/** One vendor's OpenAPI document with a compiler for the schemas in it. */
export class ContractDocument {
	readonly content: Json;
	private readonly ajv: Ajv2020;
	private readonly compiled = new Map<string, ValidateFunction>();

	constructor(readonly vendor: Vendor) {
		this.content = readDocument(`${root}/test/contracts/${FILES[vendor]}.openapi.yaml`);
		preferDiscriminator(this.content);
		allow(vendor, this.content);
		closeParams(this.content);
		this.ajv = new Ajv2020({
			strict: false,
			allErrors: true,
			discriminator: true,
			validateSchema: false,
			logger: false,
		});
		addFormats(this.ajv);
		this.ajv.addSchema(this.content, 'contract');
	}

	/** Follows `$ref` until something else stands there; returns it with the pointer to it. */
	resolve(pointer: string): { node: Json; pointer: string } {
		const node = asObject(
			steps(pointer).reduce<unknown>((parent, name) => (parent as Json)?.[name], this.content),
		);
		return typeof node.$ref === 'string' ? this.resolve(node.$ref.slice(1)) : { node, pointer };
	}

	/**
	 * The problems a value has with the schema at a pointer. `closed`: members it does not name are
	 * problems.
	 */
	problems(pointer: string, value: unknown, closed: boolean): string[] {
		const key = `${closed ? 'closed' : 'open'} ${pointer}`;
		let validate = this.compiled.get(key);
		if (!validate) {
			const ref = { $ref: `contract#${encodeURI(pointer)}` };
			validate = this.ajv.compile(closed ? { ...ref, unevaluatedProperties: false } : ref);
			this.compiled.set(key, validate);
		}
		return validate(value) ? [] : describe(validate.errors ?? []);
	}
}

/** Ajv picks the branch a discriminator names, but does not know `mapping`. */
function preferDiscriminator(node: unknown): void {
	if (typeof node !== 'object' || node === null) return;
	const { discriminator } = node as Json;
	if (discriminator !== undefined) delete asObject(discriminator).mapping;
	for (const child of Object.values(node)) preferDiscriminator(child);
}

function steps(pointer: string): string[] {
	return pointer
		.slice(1)
		.split('/')
		.map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** A key as one step of a JSON pointer. */
export const step = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

const MOST = 12;

/**
 * In words. A schema that failed evaluates nothing, so unknown members count only when nothing
 * else is wrong.
 */
function describe(errors: ErrorObject[]): string[] {
	const others = errors.filter(({ keyword }) => keyword !== 'unevaluatedProperties');
	const texts = (others.length > 0 ? others : errors).map((error) => {
		const extra = asObject(error.params);
		const name = extra.unevaluatedProperty ?? extra.additionalProperty;
		const values = extra.allowedValues ?? extra.allowedValue;
		const detail = name ?? (values === undefined ? undefined : JSON.stringify(values));
		const where = error.instancePath || 'body';
		return `${where} ${error.message ?? 'is wrong'}${detail === undefined ? '' : `: ${String(detail)}`}`;
	});
	return [...new Set(texts)].slice(0, MOST);
}
