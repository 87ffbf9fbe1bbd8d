import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { AuthorisedRequest } from './authorise';
import { CredentialRefusal, fieldText, secretText } from './authorise';

/** The call acts as a LinkedIn account, and the credential has no token of one. */
export class MissingLoginToken extends CredentialRefusal {
	constructor() {
		super(
			'The LinkupAPI credential has no Login Token yet',
			'Run the Log In operation once, then paste the token it returns into the Login Token field of the credential.',
		);
		this.name = 'MissingLoginToken';
	}
}

function required(value: string, field: string): string {
	if (value !== '') return value;
	throw new CredentialRefusal(
		`The ${field} in the LinkupAPI credential is empty`,
		`Enter the ${field} of the LinkedIn account in the credential: logging in needs it.`,
	);
}

/** What the vendor wants in the body of a call, beside what the operation puts there. */
function fieldsFor(path: string, credentials: ICredentialDataDecryptedObject): IDataObject {
	const country = fieldText(credentials.country);
	const where = country === '' ? {} : { country };
	const email = fieldText(credentials.email);
	if (path === '/v1/auth/login') {
		// Passwords may begin or end with a blank.
		const password = typeof credentials.password === 'string' ? credentials.password : '';
		return { email: required(email, 'Email'), password: required(password, 'Password'), ...where };
	}
	if (path === '/v1/auth/verify') return { email: required(email, 'Email'), ...where };
	const token = secretText(credentials.loginToken, 'Login Token');
	if (token !== '') return { login_token: token, ...where };
	// Searches in the vendor's own database act as nobody.
	if (path.startsWith('/v1/data/')) return where;
	throw new MissingLoginToken();
}

function isPlainObject(body: unknown): body is IDataObject {
	if (typeof body !== 'object' || body === null) return false;
	const prototype: unknown = Object.getPrototypeOf(body);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The request with the LinkedIn login in its JSON body, where LinkupAPI's first version wants it. */
export function withLoginFields(
	{ request, path }: AuthorisedRequest,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const call = path.replace(/\/+$/, '');
	if (request.method?.toUpperCase() !== 'POST' || !call.startsWith('/v1/')) return request;
	const body: unknown = request.body ?? {};
	if (!isPlainObject(body)) {
		throw new CredentialRefusal(
			'LinkupAPI takes the login token in a JSON object, and the body of this request is none',
			'Send the body as JSON.',
			'invalidInput',
		);
	}
	return { ...request, body: { ...body, ...fieldsFor(call, credentials) } };
}
