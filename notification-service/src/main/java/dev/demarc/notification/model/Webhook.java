package dev.demarc.notification.model;

import java.net.URI;
import java.util.Locale;

/** An HTTP receiver of signed posts, by the Standard Webhooks convention. */
public record Webhook(URI url) implements Target {

    /** The word of this kind. */
    public static final String KIND = "webhook";
    private static final int MAX_LENGTH = 2_000;

    @Override
    public String kind() {
        return KIND;
    }

    /** Reads a URL; throws {@link Invalid} for one that is no absolute http(s) URL, names no host or carries a user or a fragment. */
    public static Webhook of(String field, String url) {
        if (url.length() > MAX_LENGTH) {
            throw new Invalid(field, url.substring(0, 80) + "…", "at most " + MAX_LENGTH + " characters");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, url, "an absolute URL such as https://hooks.example.com/demarc", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Invalid(field, url, "a URL that begins with https:// (or http:// where it is allowed)");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new Invalid(field, url, "a URL without user and password");
        }
        if (uri.getHost() == null) {
            throw new Invalid(field, url, "a URL with a host name or address");
        }
        if (uri.getRawFragment() != null) {
            throw new Invalid(field, url, "a URL without a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new Invalid(field, url, "a port between 1 and 65535");
        }
        return new Webhook(uri);
    }

    /** Whether what is sent can't be read on the way. */
    public boolean encrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** The port to connect to: the URL's or its scheme's. */
    public int port() {
        int standard = encrypted() ? 443 : 80;
        return url.getPort() > 0 ? url.getPort() : standard;
    }

    /** The host without the brackets of an IPv6 address. */
    public String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
