/**
 * Asks one thing at a time: what is asked meanwhile waits, and only the last of it is asked next. A handle that is dragged asks for more figures than a server
 * can give; so each answer is drawn as it comes, and the last one always is.
 */
export class Latest<Asked, Answer> {
  private waiting: { asked: Asked } | null = null;
  private running = false;

  constructor(private readonly work: (asked: Asked) => Promise<Answer>) {}

  /** Where answers go; set it before the first question. */
  answered: (answer: Answer) => void = () => undefined;
  failed: (message: string) => void = () => undefined;

  ask(asked: Asked) {
    this.waiting = { asked };
    if (!this.running) {
      void this.run();
    }
  }

  private async run() {
    this.running = true;
    while (this.waiting) {
      const { asked } = this.waiting;
      this.waiting = null;
      try {
        this.answered(await this.work(asked));
      } catch (e) {
        this.failed(String((e as Error).message));
      }
    }

    this.running = false;
  }
}
