import { createHash } from "node:crypto";

/** An npm package, as named in an extension's LICENSES.txt. */
export interface Component {
  name: string;
  version: string;
  license: string;
}

/** The lock file's content: for each folder in node_modules, the digest of what npm installed there. */
export interface LockFile {
  packages: Record<string, { version?: string; integrity?: string }>;
}

/** The packages in LICENSES.txt, which a build creates from what it really bundles. */
export function componentsIn(licenses: string): Component[] {
  return [...licenses.matchAll(/^-{80}\n(\S+) (\S+) \((.+)\)$/gm)].map(
    ([, name = "", version = "", license = ""]) => ({ name, version, license }),
  );
}

/**
 * A bill of materials in CycloneDX 1.6. It depends only on its inputs: not on time or randomness.
 *
 * @throws Error if the lock file has another version of a package than was bundled
 */
export function billOfMaterials(
  extension: { name: string; version: string; description: string; license: string },
  components: readonly Component[],
  lock: LockFile,
) {
  const root = `${extension.name}@${extension.version}`;
  const listed = components.map((component) => asComponent(component, lock));
  const body = {
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: {
        type: "application",
        "bom-ref": root,
        name: extension.name,
        version: extension.version,
        description: extension.description,
        licenses: [{ license: { id: extension.license } }],
      },
    },
    components: listed,
    dependencies: [
      { ref: root, dependsOn: listed.map((component) => component["bom-ref"]) },
      ...listed.map((component) => ({ ref: component["bom-ref"] })),
    ],
  };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`,
    ...body,
  };
}

function asComponent({ name, version, license }: Component, lock: LockFile) {
  const locked = lock.packages[`node_modules/${name}`];
  const [, digest] = /^sha512-(\S+)$/.exec(locked?.integrity ?? "") ?? [];
  if (locked?.version !== version || digest === undefined)
    throw new Error(`${name} ${version} is bundled, but package-lock.json does not have it.`);
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    scope: "required",
    licenses: [{ license: { id: license } }],
    hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }],
  };
}

/** A version 8 UUID (RFC 9562, section 5.8), the same for the same text. */
function uuidOf(text: string): string {
  const digest = createHash("sha256").update(text).digest("hex");
  return digest.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a, b, c, d, e) => `${a}-${b}-8${c}-a${d}-${e}`,
  );
}
