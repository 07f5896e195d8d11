package dev.demarc.notification.mongo;

import dev.demarc.notification.Service;
import dev.demarc.notification.application.DeliveryStore;
import dev.demarc.notification.application.DeliveryStoreContract;

class MongoDeliveryStoreIT extends DeliveryStoreContract {

    @Override
    protected DeliveryStore store() {
        return Service.shared().bean(DeliveryStore.class);
    }
}
