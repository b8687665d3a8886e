export function hasDisplay(): boolean;
export function virtualDisplay(): Promise<() => void>;
export function sandboxFlags(): readonly string[];
export function graphicsFlags(): readonly string[];
