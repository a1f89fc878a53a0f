// Questions one after the other, with the number of the step and a way back.

import * as vscode from 'vscode';

export interface StepInfo {
  readonly title: string;
  readonly step: number;
  readonly total: number;
}

type Outcome = 'next' | 'back' | 'cancel';
export type Step = (info: StepInfo) => Promise<Outcome>;

export class Steps {
  constructor(
    private readonly title: string,
    private readonly steps: readonly Step[],
  ) {}

  /** True when all were answered. */
  async run(): Promise<boolean> {
    for (let at = 0; at < this.steps.length; ) {
      const outcome = await this.steps[at]?.({ title: this.title, step: at + 1, total: this.steps.length });
      if (outcome === 'cancel') {
        return false;
      }
      at += outcome === 'back' ? -1 : 1;
    }
    return true;
  }
}

/** The two kinds of questions. */
export const pickStep = {
  text(info: StepInfo, prompt: string, value: string, take: (text: string) => void): Promise<Outcome> {
    const input = vscode.window.createInputBox();
    input.value = value;
    input.prompt = prompt;
    input.placeholder = prompt;
    return shown(input, info, () => {
      const text = input.value.trim();
      input.validationMessage = text === '' ? vscode.l10n.t('Please fill this in.') : undefined;
      if (text === '') {
        return false;
      }
      take(text);
      return true;
    });
  },

  choose(info: StepInfo, prompt: string, choices: readonly { label: string; value: string; description?: string }[], value: string, take: (value: string) => unknown): Promise<Outcome> {
    const pick = vscode.window.createQuickPick<{ label: string; value: string; description?: string }>();
    pick.items = choices;
    pick.placeholder = prompt;
    const active = choices.find((choice) => choice.value === value) ?? choices[0];
    pick.activeItems = active === undefined ? [] : [active];
    return shown(pick, info, async () => {
      const [chosen] = pick.selectedItems;
      if (chosen === undefined) {
        return false;
      }
      await take(chosen.value);
      return true;
    });
  },
};

type Input = vscode.InputBox | vscode.QuickPick<{ label: string; value: string }>;

function shown(input: Input, info: StepInfo, accept: () => boolean | Promise<boolean>): Promise<Outcome> {
  input.title = info.title;
  input.step = info.step;
  input.totalSteps = info.total;
  input.ignoreFocusOut = true;
  input.buttons = info.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<Outcome>((resolve) => {
    const end = (outcome: Outcome): void => {
      resolve(outcome);
      input.dispose();
    };
    input.onDidTriggerButton(() => end('back'));
    input.onDidHide(() => end('cancel'));
    input.onDidAccept(async () => {
      if (await accept()) end('next');
    });
    input.show();
  });
}
