package dev.demarc.notification.application;

/** Tells the worker that something is due, so that it does not wait for its next round. */
@FunctionalInterface
public interface Signal {

    /** May be raised by any thread, any number of times; costs nothing. */
    void raise();
}
