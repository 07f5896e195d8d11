package dev.demarc.catalog.export;

import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.Origin;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Requirement;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.FrameworkMapping;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Relationship;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceClass;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.subject.SubjectKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small service models and a framework of five requirements, for tests. */
public final class Models {

    /** When all of them were published. */
    public static final Instant PUBLISHED = Instant.parse("2026-11-20T08:00:00Z");

    /** The framework {@code five}: F-1 to F-5, of which F-4 is withdrawn and F-5 is about the settings of one service. */
    public static final Frameworks FRAMEWORKS = new Frameworks(List.of(new Framework("five", "Five requirements", "1",
            "https://example.org/five", "public domain", null,
            List.of(new Requirement("F-1", "F", "The first", null, null, null),
                    new Requirement("F-2", "F", "The second", null, null, null),
                    new Requirement("F-3", "F", "The third", null, null, null),
                    new Requirement("F-4", "F", "The fourth", null, null, true),
                    new Requirement("F-5", "F", "The fifth", "change-triggered", Severity.HIGH, null)))));

    private Models() {}

    /** Published as version 1, with the controls that its cells name. */
    public static PublishedVersion version(String key, List<UncheckedRequirement> unchecked, Responsibility... cells) {
        String provider = key.substring(0, key.indexOf('/'));
        ServiceModel model = new ServiceModel(key, 1, "Service " + key, provider, ServiceClass.CONTAINER,
                DeliveryModel.PAAS, "Does something.", List.of("X::Y::Z"), List.of(cells), unchecked,
                Arrays.stream(cells).map(cell -> control(cell.control())).toList(), List.of());
        return new PublishedVersion(new VersionEntry(key, 1, "5891b5b5", PUBLISHED, Origin.bundled(1, false)),
                model);
    }

    /** Without anything unchecked. */
    public static PublishedVersion version(String key, Responsibility... cells) {
        return version(key, List.of(), cells);
    }

    /** Without checks and variants. */
    public static Responsibility cell(String control, Ownership ownership, @Nullable String provided,
            @Nullable String responsibility) {
        return cell(control, ownership, provided, responsibility, List.of(), List.of());
    }

    /** A cell. */
    public static Responsibility cell(String control, Ownership ownership, @Nullable String provided,
            @Nullable String responsibility, List<Check> checks, List<Variant> variants) {
        return new Responsibility(control, ownership, provided, responsibility, Observability.CONFIG, Severity.HIGH,
                checks, variants, null, List.of());
    }

    /** A variant that is the customer's. */
    public static Variant customers(String name, String responsibility) {
        return new Variant(name, "true", Ownership.CSC_OWNED, null, responsibility, Observability.ATTESTATION,
                Severity.LOW, List.of(), null);
    }

    /** A check that says it is about one requirement of the framework. */
    public static Check check(String id, String requirement) {
        return new Check(id, id, List.of(), null, "true", "It is.", Severity.HIGH, "Do it.", List.of(), Map.of(),
                Map.of(), Map.of("five", List.of(requirement)));
    }

    /** {@code encryption} is mapped to F-1 and F-5 and to CCM, all others to F-2. */
    private static Control control(String id) {
        List<FrameworkMapping> mappings = id.equals("encryption")
                ? List.of(new FrameworkMapping("five", "F-1", Relationship.EQUIVALENT_TO),
                        new FrameworkMapping("five", "F-5", Relationship.INTERSECTS_WITH),
                        new FrameworkMapping("csa-ccm-v4", "CEK-03", Relationship.SUBSET_OF))
                : List.of(new FrameworkMapping("five", "F-2", Relationship.INTERSECTS_WITH));
        return new Control(id, "The control " + id, "Data protection", "What " + id + " asks.", SubjectKind.RESOURCE,
                mappings);
    }
}
