package dev.demarc.catalog.oscal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What component definitions and system security plans have in common, in the words of OSCAL 1.2; empty lists are left out when written. */
final class Oscal {

    static final String VERSION = "1.2.1";
    static final String NAMESPACE = "https://demarc.dev/ns/oscal";
    static final String PROVIDER = "provider";
    static final String CUSTOMER = "customer";

    private Oscal() {}

    record Metadata(String title, Instant lastModified, String version, String oscalVersion, List<Property> props,
            List<Role> roles) {

        static Metadata of(String title, Source source) {
            return new Metadata(title, source.lastModified(), source.version(), VERSION, source.props(),
                    List.of(new Role(PROVIDER, "Provider of the service"), new Role(CUSTOMER, "Customer")));
        }
    }

    record Role(String id, String title) {}

    record Property(String name, @Nullable String ns, String value, @JsonProperty("class") @Nullable String type,
            @Nullable String remarks) {

        static Property own(String name, String value) {
            return new Property(name, NAMESPACE, value, null, null);
        }

        static Property standard(String name, String value) {
            return new Property(name, null, value, null, null);
        }
    }

    record ResponsibleRole(String roleId) {}

    record BackMatter(List<Resource> resources) {}

    record Resource(String uuid, String title, List<Link> rlinks) {}

    record Link(String href, @Nullable String mediaType) {}
}
