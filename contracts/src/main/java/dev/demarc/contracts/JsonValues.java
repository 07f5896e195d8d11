package dev.demarc.contracts;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.jdk.UntypedObjectDeserializer;

/**
 * Reads JSON of no known type: whole numbers are long and others double, so that checks can compare them; only what
 * does not fit becomes a BigInteger or BigDecimal, where {@code USE_LONG_FOR_INTS} would refuse the document.
 */
final class JsonValues extends UntypedObjectDeserializer {

    JsonValues() {
        super((JavaType) null, (JavaType) null);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            Number number = parser.getNumberValue();
            return number instanceof Integer ? (Object) number.longValue() : number;
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = parser.getDoubleValue();
            return Double.isFinite(number) ? (Object) number : parser.getDecimalValue();
        }
        return super.deserialize(parser, context);
    }
}
