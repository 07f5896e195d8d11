package dev.demarc.notification.model;

/** Where an endpoint's messages go; each kind has its channel. */
public sealed interface Target permits Webhook {

    /** The kind's word in JSON and in the store, {@code webhook}. */
    String kind();
}
