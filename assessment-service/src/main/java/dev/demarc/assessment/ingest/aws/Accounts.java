package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AWS account ids. */
final class Accounts {

    private static final int DIGITS = 12;

    private Accounts() {}

    /** Exactly twelve digits. */
    static boolean valid(String account) {
        if (account.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (account.charAt(i) < '0' || account.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The item's own account, else its ARN's, else the wrapper's. */
    static String of(Map<String, @Nullable Object> item, @Nullable Arn arn, Envelope envelope) throws InvalidField {
        String name = Fields.nameOf(item, "awsAccountId", "accountId");
        if (name != null) {
            if (item.get(name) instanceof String account && valid(account)) {
                return account;
            }
            throw new InvalidField(name, item.get(name), "12 digits", "is not an AWS account id");
        }
        if (arn != null && valid(arn.account())) {
            return arn.account();
        }
        if (envelope.account() != null && valid(envelope.account())) {
            return envelope.account();
        }
        throw new InvalidField("accountId", null, "12 digits",
                "is missing, and neither the ARN nor the message around the item names the account");
    }
}
