/** An error response of a service: AWS's error code, the message and the HTTP status. */
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

/** Returns the error for unknown keys: deleted ones, or any in a disabled region. */
export function unrecognized(): ApiError {
  return new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.');
}
