package dev.demarc.notification.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.demarc.notification.model.Delivery;
import java.util.List;

/** A delivery with its body and its attempts, the oldest kept one first. */
record DeliveryDetailJson(DeliveryJson delivery, @JsonRawValue String body, List<AttemptJson> attempts) {

    static DeliveryDetailJson of(Delivery delivery) {
        return new DeliveryDetailJson(DeliveryJson.of(delivery), delivery.body(),
                delivery.attempts().stream().map(AttemptJson::of).toList());
    }
}
