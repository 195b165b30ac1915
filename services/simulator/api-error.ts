/** What a service answers instead of a result: AWS's error code, its message and the HTTP status it comes with. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
  }
}

export function validationError(message: string): ApiError {
  return new ApiError('ValidationException', message);
}

export function notFound(): ApiError {
  return validationError('Requested resource not found.');
}

export function throttled(): ApiError {
  return new ApiError('ThrottlingException', 'Rate exceeded');
}

/** Keys that are not known: deleted, or any at all in a region that is off. */
export function unrecognized(): ApiError {
  return new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.');
}
