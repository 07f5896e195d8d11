package dev.demarc.catalog.export;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of the matrix is asked for; null is no limit. Services are named by key. */
public record Selection(
        @Nullable List<String> providers,
        @Nullable List<String> services,
        @Nullable List<DeliveryModel> deliveryModels,
        @Nullable String framework) {

    /** The whole matrix. */
    public static final Selection ALL = new Selection(null, null, null, null);

    /** Of the versions in force those that are asked for, in the same order. */
    public List<PublishedVersion> of(List<PublishedVersion> inForce) {
        return inForce.stream().filter(version -> takes(version.model())).toList();
    }

    private boolean takes(ServiceModel model) {
        return (providers == null || providers.contains(model.provider()))
                && (services == null || services.contains(model.key()))
                && (deliveryModels == null || deliveryModels.contains(model.deliveryModel()));
    }

    /** For people: {@code provider aws, framework csa-ccm-v4}; {@code everything} where there is no limit. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (providers != null) {
            parts.add("provider " + String.join(" or ", providers));
        }
        if (services != null) {
            parts.add("service " + String.join(" or ", services));
        }
        if (deliveryModels != null) {
            parts.add("delivery model " + String.join(" or ", words(deliveryModels)));
        }
        if (framework != null) {
            parts.add("framework " + framework);
        }
        return parts.isEmpty() ? "everything" : String.join(", ", parts);
    }

    /** For a file name: lower-case letters, digits, dots and hyphens, at most 100 of them. */
    public String slug() {
        List<String> parts = new ArrayList<>();
        parts.addAll(providers == null ? List.of() : providers);
        parts.addAll(services == null ? List.of() : services);
        parts.addAll(deliveryModels == null ? List.of() : words(deliveryModels));
        if (framework != null) {
            parts.add(framework);
        }
        String text = parts.isEmpty() ? "all" : String.join("-", parts).replaceAll("[^a-z0-9.]+", "-");
        return text.length() > 100 ? text.substring(0, 100) : text;
    }

    private static List<String> words(List<DeliveryModel> models) {
        return models.stream().map(DeliveryModel::word).toList();
    }
}
