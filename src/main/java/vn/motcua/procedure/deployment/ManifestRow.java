package vn.motcua.procedure.deployment;

import java.time.Instant;

/**
 * What the engine has of one file.
 *
 * @param path the file
 * @param owner path of the unit it belongs to
 * @param status whether the newest content of the file serves
 * @param key id of the process or form; null if nothing readable ever came
 * @param name official name of a procedure, name of a shared process; null for forms
 * @param digest SHA-256 of the content that serves, null if none ever did
 * @param stamp stamp of the file with that content; null if the file has another content
 * @param deployment id of the engine's deployment that holds it
 * @param failures why the file's content was refused, one reason a line; null if it was not
 * @param deployedAt when that content was deployed
 */
record ManifestRow(
    String path,
    String owner,
    Status status,
    String key,
    String name,
    String digest,
    String stamp,
    String deployment,
    String failures,
    Instant deployedAt) {

  /** Where a file stands. */
  enum Status {
    /** Its content serves. */
    DEPLOYED,
    /** Its content broke a rule; what was deployed before, if anything, still serves. */
    REFUSED,
    /** The file is gone: nothing new starts, running dossiers finish. */
    RETIRED
  }

  ManifestRow with(Status status) {
    return new ManifestRow(
        path, owner, status, key, name, digest, stamp, deployment, null, deployedAt);
  }

  ManifestRow withStamp(String stamp) {
    return new ManifestRow(
        path, owner, status, key, name, digest, stamp, deployment, failures, deployedAt);
  }

  ManifestRow at(String path, String owner, String stamp) {
    return new ManifestRow(
        path, owner, status, key, name, digest, stamp, deployment, failures, deployedAt);
  }
}
