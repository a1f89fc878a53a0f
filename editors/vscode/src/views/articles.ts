// The server's list of articles, read from JSON that may hold anything. Pure.

export interface Place {
  readonly line: number;
  readonly from: number;
  readonly toLine: number;
  readonly to: number;
}

export interface Article {
  readonly number: number;
  readonly label: string;
  readonly caption: string;
  readonly uri: string;
  readonly cited: readonly Place[];
}

export interface Law {
  readonly name: string;
  readonly number: string;
  readonly articles: readonly Article[];
}

/** The answer to nianbao/lawArticles; undefined if it is none. */
export function readLaw(answer: unknown): Law | undefined {
  const source = record(answer);
  const articles = list(source['articles']).flatMap((one): Article[] => {
    const { number, label, caption, uri, cited } = record(one);
    return typeof number === 'number' && typeof label === 'string' && typeof uri === 'string'
      ? [{ number, label, caption: typeof caption === 'string' ? caption : '', uri, cited: list(cited).flatMap(placeOf) }]
      : [];
  });
  return articles.length === 0 ? undefined : { name: String(source['name'] ?? ''), number: String(source['number'] ?? ''), articles };
}

/** How often a report cites the law, and how many of its articles. */
export function citedIn(law: Law): { readonly articles: number; readonly places: number } {
  const cited = law.articles.filter((article) => article.cited.length > 0);
  return { articles: cited.length, places: cited.reduce((sum, article) => sum + article.cited.length, 0) };
}

function placeOf(value: unknown): Place[] {
  const { start, end } = record(value);
  const [line, from, toLine, to] = [record(start)['line'], record(start)['character'], record(end)['line'], record(end)['character']];
  return typeof line === 'number' && typeof from === 'number' && typeof toLine === 'number' && typeof to === 'number' ? [{ line, from, toLine, to }] : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
