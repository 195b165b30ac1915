import { UndiciHttpHandler } from '@smithy/undici-http-handler';

/**
 * The request handler of AWS clients: it uses undici's global dispatcher, which the command line sets up with proxies and certificates.
 * A request without a response fails after `timeoutMs`.
 */
export const httpHandler = (timeoutMs = 15_000): UndiciHttpHandler => new TimeLimitedHandler(timeoutMs);

class TimeLimitedHandler extends UndiciHttpHandler {
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    super();
    this.#timeoutMs = timeoutMs;
  }

  override handle(...[request, options]: Parameters<UndiciHttpHandler['handle']>) {
    return super.handle(request, { ...options, requestTimeout: options?.requestTimeout ?? this.#timeoutMs });
  }
}
