package dev.demarc.standalone.server;

/** Hears what a start or a stop has come to; may be called by several threads. */
public interface Progress {

    /** One step is done. */
    void done(String step);

    /** Something that takes long is still going on. */
    void waiting(String what);
}
