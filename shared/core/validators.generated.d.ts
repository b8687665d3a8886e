/** Made by scripts/build-validators.mjs from shared/<feature>/body.schema.json; one function per kind. */
export type Validator = ((body: unknown) => boolean) & {
  errors?: readonly { readonly instancePath: string; readonly keyword?: string }[] | null;
};
declare const validators: Readonly<Record<string, Validator>>;
export = validators;
