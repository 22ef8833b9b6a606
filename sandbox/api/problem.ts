/** Errors of the API (API notes, section 4). A handler throws one; the app answers with it. */

export interface ProblemBody {
  readonly message: string;
  readonly code: string;
  readonly status: number;
}

export class Problem extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: Problem["status"],
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function problemBody(status: number, code: string, message: string): ProblemBody {
  return { message, code, status };
}

/** The answer to a request that violates the API notes. */
export function badRequest(message: string): Problem {
  return new Problem(400, "bad_request", message);
}

export function notFound(message: string): Problem {
  return new Problem(404, "not_found", message);
}
