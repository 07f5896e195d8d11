package dev.demarc.standalone.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A service model by its key, and where its API is. */
record ModelKey(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}/[a-z][a-z0-9-]{0,62}");

    String path() {
        return "/api/catalog/service-models/" + text;
    }

    String draft() {
        return path() + "/draft";
    }

    @Override
    public String toString() {
        return text;
    }

    /** From the command line. */
    static final class Converter implements ITypeConverter<ModelKey> {

        @Override
        public ModelKey convert(String value) {
            if (!FORM.matcher(value).matches()) {
                throw new TypeConversionException(
                        "'" + value + "' is no key of a service model; expected one like aws/s3");
            }
            return new ModelKey(value);
        }
    }
}
