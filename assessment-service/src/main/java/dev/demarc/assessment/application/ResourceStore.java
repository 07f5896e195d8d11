package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources that are there, for reading; blocking. */
public interface ResourceStore {

    /** A page in the order of their ids, after this one. */
    List<Subject> page(ResourceFilter filter, @Nullable String after, int limit);

    /** How many match, counted up to this many. */
    long count(ResourceFilter filter, int most);

    /** What resources are counted by for the coverage. */
    record Kind(String provider, String account, String type) {}

    /** How many there are of each type in each account; goes through all resources. */
    Map<Kind, Long> counts();
}
