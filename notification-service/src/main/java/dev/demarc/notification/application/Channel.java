package dev.demarc.notification.application;

import dev.demarc.notification.model.SendResult;
import dev.demarc.notification.model.Target;
import reactor.core.publisher.Mono;

/** One way to reach people or systems. */
public interface Channel {

    /** Whether targets of this kind are its. */
    boolean serves(Target target);

    /** Fails with {@code Invalid} for a target that it would never send to. */
    Mono<Void> check(Target target);

    /** Tries once; every failure of the way or of the receiver is a result, not an error. */
    Mono<SendResult> send(Target target, Message message);
}
