import type { INodeProperties } from 'n8n-workflow';

/** The last field of every credential. */
export function baseUrlField(vendor: string, usual: string): INodeProperties {
	return {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: usual,
		description: `Where ${vendor} answers. Change it only for a proxy or a staging server; it has to start with https://.`,
	};
}
