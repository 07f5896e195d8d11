package dev.demarc.assessment.ingest;

/** One cloud format: bytes in, a verdict on every entry out; pure, so it may be called from any thread. */
@FunctionalInterface
public interface IngestAdapter {

    /** Reads a body; throws {@link UnreadableBody} only where nothing in it can be told apart, else rejects single entries. */
    IngestResult read(byte[] body, IngestContext context);
}
