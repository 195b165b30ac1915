/** Where the page is served: the path that the API answers under, whatever proxy stands before it. */
export const base = new URL('.', document.baseURI);
