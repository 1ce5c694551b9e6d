package org.tenon.identity;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tenon.sdk.record.Dictionary;
import org.tenon.sdk.record.Dictionary.Item;
import org.tenon.sdk.record.DictionaryContribution;

/** The values of a member's status and language, and of the access policy. */
@Component
public final class IdentityDictionaries implements DictionaryContribution {

    @Override
    public List<Dictionary> dictionaries() {
        return List.of(new Dictionary("identity.memberStatus", List.of(Item.of("active", "green"), Item.of("left", "grey"))),
                new Dictionary("identity.locale", List.of(Item.of("zh-CN"), Item.of("zh-TW"), Item.of("en"))),
                new Dictionary("identity.unowned", List.of(Item.of("scopeAll"), Item.of("everyone"))));
    }
}
