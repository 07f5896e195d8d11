package dev.demarc.catalog.oscal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.demarc.contracts.ContractJson;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** OSCAL's JSON: names in lower-case kebab form, and nothing empty. */
public final class OscalJson {

    private static final JsonMapper MAPPER = ContractJson.mapper().rebuild()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private OscalJson() {}

    /** Writes a {@link ComponentDefinition} or {@link SystemSecurityPlan} and leaves the stream open. */
    public static void write(Object document, OutputStream out) {
        MAPPER.writeValue(out, document);
    }
}
