package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.List;

/** Reads what an editor sends. */
public interface DraftReader {

    /** In which form it was sent. */
    enum Format {
        JSON,
        YAML
    }

    /** What came of it. */
    sealed interface Reading {}

    /** A service model; its version is 0 where none stands there, its controls are not read. */
    record Draft(SourceFile<ServiceModel> file) implements Reading {}

    /** No JSON or YAML, or more of it than is read; the one problem that ended the reading. */
    record Unreadable(List<CatalogProblem> problems) implements Reading {}

    /** Not of the form of a service model, with everything in which it is not. */
    record Misshapen(List<CatalogProblem> problems) implements Reading {}

    /** Reads it; never throws for what stands in it. */
    Reading read(Format format, byte[] body);
}
