package dev.demarc.assessment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.demarc.assessment.application.ExplainGap;
import dev.demarc.assessment.model.GapTransition;
import dev.demarc.contracts.gap.ObservedValue;
import dev.demarc.contracts.gap.ProviderOutcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gap, explained, as {@code GapDetail} in openapi.yaml. */
public record GapDetail(
        @JsonUnwrapped GapItem gap,
        List<String> paths,
        List<ObservedValue> observed,
        String expected,
        String remediation,
        Map<String, List<String>> frameworks,
        @Nullable ProviderOutcome provider,
        @Nullable String provided,
        @Nullable String responsibility,
        @Nullable String rationale,
        List<GapTransition> history) {

    /** As it was explained. */
    public static GapDetail of(ExplainGap.Explained explained) {
        var description = explained.gap().description();
        return new GapDetail(GapItem.of(explained.gap()), explained.paths(), explained.gap().status().observed(),
                description.expected(), description.remediation(), description.frameworks(), explained.provider(),
                explained.provided(), explained.responsibility(), explained.rationale(), explained.gap().history());
    }
}
