import { UndiciHttpHandler } from '@smithy/undici-http-handler';

/**
 * The way out for the clients of AWS: undici's dispatcher for the whole process, which the command line sets up with proxies and
 * certificates. A request without an answer is given up after `timeoutMs`.
 */
export const patientHttp = (timeoutMs = 15_000): UndiciHttpHandler => new PatientHttp(timeoutMs);

class PatientHttp extends UndiciHttpHandler {
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    super();
    this.#timeoutMs = timeoutMs;
  }

  override handle(...[request, options]: Parameters<UndiciHttpHandler['handle']>) {
    return super.handle(request, { ...options, requestTimeout: options?.requestTimeout ?? this.#timeoutMs });
  }
}
