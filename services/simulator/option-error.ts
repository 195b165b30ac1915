/** An invalid option of the simulator. */
export class SimulatorOptionError extends Error {
  /** The option's name, as in SimulatorOptions. */
  readonly option: string;

  constructor(option: string, problem: string) {
    super(`${option} ${problem}`);
    this.name = 'SimulatorOptionError';
    this.option = option;
  }
}
