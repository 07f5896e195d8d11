package dev.demarc.catalog.oscal;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.PublishedVersion;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a document is made from; nothing else, no clock and no chance, goes into it.
 *
 * @param versions by key, at least one
 * @param frameworks each with what these versions say about its requirements
 */
public record Source(
        List<PublishedVersion> versions,
        List<FrameworkRows> frameworks) {

    private static final String NIST_CATALOG = "https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json";

    /** Refuses to be made from nothing. */
    public Source {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a document is made from one service model at least");
        }
    }

    /** When the newest of the versions was published. */
    Instant lastModified() {
        return versions.stream().map(version -> version.entry().publishedAt()).max(Instant::compareTo).orElseThrow();
    }

    /** That of the one service model; of several a text that changes with any of them. */
    String version() {
        return versions.size() == 1
                ? Integer.toString(versions.getFirst().entry().version())
                : uuid("version").substring(0, 8);
    }

    /** The UUID of a document of that kind, another one for any other content. */
    String uuid(String kind) {
        return NameUuid.of(kind,
                versions.stream().map(version -> version.entry().id() + " " + version.entry().digest())
                        .collect(Collectors.joining("\n")),
                frameworks.stream().map(FrameworkRows::id).collect(Collectors.joining("\n")));
    }

    List<Oscal.Property> props() {
        return versions.stream().map(version -> new Oscal.Property("service-model", Oscal.NAMESPACE,
                version.entry().id(), null, "SHA-256 of its content: " + version.entry().digest())).toList();
    }

    /** Where the frameworks' requirements are from. */
    Oscal.BackMatter backMatter() {
        return new Oscal.BackMatter(frameworks.stream().map(Source::resource).toList());
    }

    static String resourceUuid(String framework) {
        return NameUuid.of("framework", framework);
    }

    private static Oscal.Resource resource(FrameworkRows framework) {
        Framework list = framework.list();
        if (framework.id().equals("nist-800-53-r5")) {
            return new Oscal.Resource(resourceUuid(framework.id()), "NIST SP 800-53 Revision 5",
                    List.of(new Oscal.Link(NIST_CATALOG, "application/oscal.catalog+json")));
        }
        return new Oscal.Resource(resourceUuid(framework.id()), list == null ? framework.id() : list.title(),
                list == null ? List.of() : List.of(new Oscal.Link(list.source(), null)));
    }
}
