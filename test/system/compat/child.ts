import './resolve';

import { nodeProcess } from '../../support/node';
import { answerWith } from '../support/child';
import { CASES } from './cases/all';
import { shown } from './cases/fields';
import { features } from './features';
import { prepare } from './setting';

/** What the parent asks: how a case ends, what the nodes show, or what this version offers to nodes. */
export type Question = { readonly run: string } | { readonly tell: 'shown' | 'features' };

const prepared = prepare(nodeProcess.env.COMPAT_PACKAGE ?? '');

/* Runs on the engine the parent named, with the package the parent named. */
answerWith(async (question: Question) => {
	const setting = await prepared;
	if ('tell' in question) {
		return question.tell === 'shown' ? shown(setting.nodeTypes) : await features();
	}
	setting.sandbox.reset();
	await CASES.find(({ name }) => name === question.run)?.check(setting);
	setting.sandbox.assertClean();
	return undefined;
});
