package dev.demarc.platform.events;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.GenericMessage;

/**
 * Hands a batch on as it was read: the values as payload, the records themselves in one header, no header mapped twice
 * or renamed. The binder finds it by its bean's name ({@code converter-bean-name}).
 */
final class RecordBatchConverter implements BatchMessageConverter {

    private static final byte[] NO_VALUE = new byte[0];

    /** The records of a batch that this converter made. */
    @SuppressWarnings("unchecked")
    static List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records(Message<?> message) {
        return (List<ConsumerRecord<byte @Nullable [], byte @Nullable []>>) Objects.requireNonNull(
                message.getHeaders().get(KafkaHeaders.RAW_DATA),
                "the binding does not use the converter of platform-defaults.yml");
    }

    @Override
    public Message<?> toMessage(List<ConsumerRecord<?, ?>> records, @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer, Type payloadType) {
        List<byte[]> values = new ArrayList<>(records.size());
        for (ConsumerRecord<?, ?> record : records) {
            values.add(record.value() instanceof byte[] value ? value : NO_VALUE);
        }
        return new GenericMessage<>(values, new MessageHeaders(Map.of(KafkaHeaders.RAW_DATA, records)));
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("only for consumers; publish by EventPublisher");
    }
}
