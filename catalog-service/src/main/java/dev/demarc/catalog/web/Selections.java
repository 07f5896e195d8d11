package dev.demarc.catalog.web;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.Selection;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.NotFound;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Query parameters that select a part of the matrix. */
final class Selections {

    private static final String FRAMEWORK = "[a-z0-9][a-z0-9.-]{0,62}";
    private static final String KEY = "[a-z0-9][a-z0-9-]{0,62}/[a-z0-9][a-z0-9-]{0,62}";

    private Selections() {}

    static Selection of(@Nullable String provider, @Nullable String service, @Nullable String deliveryModel,
            @Nullable String framework) {
        return new Selection(Filter.anyOf("provider", provider), keys("service", service),
                Filter.anyOf("deliveryModel", deliveryModel, DeliveryModel::of, "iaas, paas, saas"),
                framework(framework));
    }

    /** Those that are selected; a service that is named and has no version in force is not found. */
    static List<PublishedVersion> select(Selection selection, List<PublishedVersion> inForce) {
        List<String> services = selection.services();
        if (services != null) {
            exist(services, inForce);
        }
        return selection.of(inForce);
    }

    /** Keys of service models, separated by commas. */
    static @Nullable List<String> keys(String field, @Nullable String text) {
        List<String> keys = Filter.anyOf(field, text);
        if (keys != null) {
            keys.stream().filter(key -> !key.matches(KEY)).forEach(key -> {
                throw new BadInput(field, key, "keys of service models such as aws/s3, separated by commas");
            });
        }
        return keys;
    }

    static void exist(List<String> keys, List<PublishedVersion> inForce) {
        for (String key : keys) {
            if (inForce.stream().noneMatch(version -> version.entry().key().equals(key))) {
                throw new NotFound("service model in force", key);
            }
        }
    }

    static @Nullable String framework(@Nullable String framework) {
        if (framework == null || framework.isBlank()) {
            return null;
        }
        if (!framework.matches(FRAMEWORK)) {
            throw new BadInput("framework", framework, "one framework, such as nist-800-53-r5");
        }
        return framework;
    }

    /** The rows of a framework; one that is neither listed nor mapped to is refused with those that are. */
    static FrameworkRows rows(String framework, Frameworks frameworks, List<PublishedVersion> inForce,
            List<PublishedVersion> selected) {
        return FrameworkRows.of(framework, frameworks, inForce, selected)
                .orElseThrow(() -> new BadInput("framework", framework,
                        "one of " + String.join(", ", frameworks(frameworks, inForce))));
    }

    /** Those that are listed, and those that a control of a version is mapped to. */
    static Set<String> frameworks(Frameworks frameworks, List<PublishedVersion> inForce) {
        Set<String> names = new TreeSet<>(frameworks.names());
        inForce.forEach(version -> version.model().controls().forEach(control -> control.mappings()
                .forEach(mapping -> names.add(mapping.framework()))));
        return names;
    }
}
