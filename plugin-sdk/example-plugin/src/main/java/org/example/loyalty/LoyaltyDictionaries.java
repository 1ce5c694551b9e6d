package org.example.loyalty;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.DictionaryContribution;

/** How points come and go. */
@Component
public final class LoyaltyDictionaries implements DictionaryContribution {

    @Override
    public List<Dictionary> dictionaries() {
        return List.of(new Dictionary("loyalty.kind", List.of(Item.of("earn", "green"), Item.of("redeem", "blue"), Item.of("expire", "grey"))));
    }
}
