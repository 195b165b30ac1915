import { SimulatorOptionError } from './option-error.ts';
import { SeededRandom } from './population/random.ts';

/** A fault of a page of a listing. */
export type PageFault =
  /** No jobs, but a valid NextToken. */
  | 'empty'
  /** The page with the NextToken of its own request, so that the same page comes again. */
  | 'repeat'
  /** The page without its NextToken, although there is more; of a list of accounts only half, since it may be the only page. */
  | 'end';

/** A fault of a request. */
export type RequestFault = 'throttle' | 'serverError' | 'reset' | 'truncate' | 'stall' | 'unrecognized' | 'hang';

/** A fault at a page of a listing, counted from 1 over all listings of a target since the faults were set. */
export interface ScriptedFault {
  /** From that page on, `unreachable` resets every SageMaker request of the target, and `hang` never answers; the others happen once. */
  readonly fault: PageFault | 'unreachable' | 'hang';
  readonly page: number;
  /** Any list operation if absent. */
  readonly operation?: string;
  /** Any account if absent. */
  readonly accountId?: string;
  readonly region?: string;
}

/** Faults, with probabilities per request from 0 to 1. */
export interface FaultOptions {
  readonly seed?: number;
  /** The affected operations; all if absent. */
  readonly operations?: readonly string[];
  /** ThrottlingException with HTTP 400 (Throttling from STS). */
  readonly throttle?: number;
  /** HTTP 500. */
  readonly serverError?: number;
  /** The connection is reset before the response. */
  readonly reset?: number;
  /** The connection ends in the middle of the body. */
  readonly truncate?: number;
  /** The response is late by `stallSeconds`. */
  readonly stall?: number;
  readonly stallSeconds?: number;
  /** UnrecognizedClientException (InvalidClientTokenId from STS), as for unknown keys. */
  readonly unrecognized?: number;
  readonly emptyPage?: number;
  readonly repeatToken?: number;
  readonly earlyEnd?: number;
  /** Seconds after which sessions of assumed roles are refused, whatever their announced expiration. */
  readonly expireSessionsAfterSeconds?: number;
  readonly script?: readonly ScriptedFault[];
}

const REQUEST_FAULTS = ['throttle', 'serverError', 'reset', 'truncate', 'stall', 'unrecognized'] as const;
const PAGE_FAULTS = { emptyPage: 'empty', repeatToken: 'repeat', earlyEnd: 'end' } as const;

const FAULT_OPTIONS: readonly string[] = [
  ...REQUEST_FAULTS,
  ...Object.keys(PAGE_FAULTS),
  'stallSeconds',
  'expireSessionsAfterSeconds',
  'seed',
  'operations',
  'script',
];

/** Returns the options if they are valid; throws SimulatorOptionError. */
export function checkFaults(options: FaultOptions): FaultOptions {
  const unknown = Object.keys(options).find((name) => !FAULT_OPTIONS.includes(name));
  if (unknown !== undefined) {
    throw new SimulatorOptionError(`faults.${unknown}`, `is no fault: there are ${FAULT_OPTIONS.join(', ')}`);
  }
  for (const name of [...REQUEST_FAULTS, 'emptyPage', 'repeatToken', 'earlyEnd'] as const) {
    const value = options[name] ?? 0;
    if (!(value >= 0 && value <= 1))
      throw new SimulatorOptionError(`faults.${name}`, `must be a probability from 0 to 1, not ${value}`);
  }
  for (const name of ['stallSeconds', 'expireSessionsAfterSeconds'] as const) {
    const value = options[name] ?? 1;
    if (!(value > 0 && value <= 86_400))
      throw new SimulatorOptionError(`faults.${name}`, `must be seconds, from above 0 to 86400, not ${value}`);
  }
  return options;
}

export interface FaultyRequest {
  readonly accountId: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
}

/** Decides which requests fail. With one client at a time, equal seeds give equal faults. */
export class Faults {
  /** How often each fault happened. */
  readonly counts: Record<string, number> = {};
  #options: FaultOptions;
  #random: SeededRandom;
  #pages = new Map<string, number>();
  #broken = new Map<string, 'reset' | 'hang'>();

  constructor(options: FaultOptions) {
    this.#options = options;
    this.#random = new SeededRandom(options.seed ?? 1);
  }

  /** Replaces the faults, and forgets which targets are broken. */
  set(options: FaultOptions): void {
    this.#options = checkFaults(options);
    this.#random = new SeededRandom(options.seed ?? 1);
    this.#pages.clear();
    this.#broken.clear();
  }

  get stallMilliseconds(): number {
    return (this.#options.stallSeconds ?? 30) * 1000;
  }

  get sessionMilliseconds(): number | undefined {
    const seconds = this.#options.expireSessionsAfterSeconds;
    return seconds === undefined ? undefined : seconds * 1000;
  }

  /** Returns the fault of a request, if any. */
  request(request: FaultyRequest): RequestFault | undefined {
    const fault = this.#scriptedOutage(request) ?? this.#rolled(request);
    if (fault !== undefined) this.#happened(fault);
    return fault;
  }

  /** Returns the fault of the next page, if any. */
  page(request: FaultyRequest): PageFault | undefined {
    const fault = this.#scriptedPage(request) ?? this.#rolledPage(request);
    if (fault !== undefined) this.#happened(fault);
    return fault;
  }

  #rolled({ operation }: FaultyRequest): RequestFault | undefined {
    if (!this.#affects(operation)) return undefined;
    let roll = this.#random.next();
    for (const fault of REQUEST_FAULTS) {
      roll -= this.#options[fault] ?? 0;
      if (roll < 0) return fault;
    }
    return undefined;
  }

  #rolledPage(request: FaultyRequest): PageFault | undefined {
    if (!isListing(request) || !this.#affects(request.operation)) return undefined;
    let roll = this.#random.next();
    for (const [option, fault] of Object.entries(PAGE_FAULTS)) {
      roll -= this.#options[option as keyof typeof PAGE_FAULTS] ?? 0;
      if (roll < 0) return fault;
    }
    return undefined;
  }

  /** Counts the requested pages: the n-th request is the n-th page. */
  #scriptedOutage(request: FaultyRequest): 'reset' | 'hang' | undefined {
    if (request.service !== 'sagemaker' || this.#options.script === undefined) return undefined;
    const target = `${request.accountId}/${request.region}`;
    if (isListing(request)) {
      const key = `${target}/${request.operation}`;
      this.#pages.set(key, (this.#pages.get(key) ?? 0) + 1);
      const { fault } = this.#scripted(request) ?? {};
      if (fault === 'unreachable') this.#broken.set(target, 'reset');
      if (fault === 'hang') this.#broken.set(target, 'hang');
    }
    return this.#broken.get(target);
  }

  #scriptedPage(request: FaultyRequest): PageFault | undefined {
    const { fault } = this.#scripted(request) ?? {};
    return fault === 'unreachable' || fault === 'hang' ? undefined : fault;
  }

  #scripted(request: FaultyRequest): ScriptedFault | undefined {
    if (!isListing(request)) return undefined;
    const { accountId, region, operation } = request;
    const page = this.#pages.get(`${accountId}/${region}/${operation}`) ?? 0;
    return this.#options.script?.find(
      (fault) =>
        fault.page === page &&
        (fault.operation === undefined ? isList(request) : fault.operation === operation) &&
        (fault.accountId ?? accountId) === accountId &&
        (fault.region ?? region) === region,
    );
  }

  #affects(operation: string): boolean {
    return this.#options.operations?.includes(operation) ?? true;
  }

  #happened(fault: string): void {
    this.counts[fault] = (this.counts[fault] ?? 0) + 1;
  }
}

/** Returns whether a request lists resources of any type. */
const isList = ({ service, operation }: FaultyRequest): boolean =>
  service === 'sagemaker' && operation.startsWith('List') && operation !== 'ListTags';

const isListing = (request: FaultyRequest): boolean =>
  isList(request) || request.operation === 'Search' || request.operation === 'ListAccounts';
