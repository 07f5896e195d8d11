package dev.demarc.catalog.model;

/** The bundled content of a version is not what was published under that number; versions never change. */
public final class BundledVersionChanged extends RuntimeException {

    /** Says which version it is, both digests, and what to do. */
    public BundledVersionChanged(VersionEntry published, String bundledDigest) {
        super("service model " + published.key() + ": version " + edition(published) + " was published on "
                + published.publishedAt() + " with digest " + published.digest()
                + ", but the bundled file now has digest "
                + bundledDigest + ". A published version never changes: raise `version` in " + published.key()
                + ".yaml to " + (edition(published) + 1)
                + ". The texts and mappings of the controls that a model names belong to its content.");
    }

    private static int edition(VersionEntry published) {
        Integer edition = published.origin().edition();
        return edition == null ? published.version() : edition;
    }
}
