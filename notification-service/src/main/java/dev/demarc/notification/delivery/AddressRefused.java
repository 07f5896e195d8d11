package dev.demarc.notification.delivery;

/** An address that nothing is sent to; the message says which and how an operator can allow it. */
final class AddressRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String message) {
        super(message, null, false, false);
    }
}
