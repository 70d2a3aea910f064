/// What is done to the fields of a stored JSON value, by their names: an allow-list. A field that no list names loses its
/// value, so that what a provider adds tomorrow is not kept by oversight.
package struct JSONFields: Sendable {
    /// Values that stay.
    package var kept: Set<String>
    /// Values that are texts: what is found in them is replaced. A text that is JSON itself is treated as JSON.
    package var texts: Set<String>
    /// Values that name a person: replaced as a whole.
    package var names: Set<String>
    /// Values that are a number, an address or an id of a person or message: replaced as a whole, by a keyed hash where
    /// phone numbers have a pseudonym.
    package var ids: Set<String>

    package init(kept: Set<String>, texts: Set<String>, names: Set<String>, ids: Set<String>) {
        (self.kept, self.texts, self.names, self.ids) = (kept, texts, names, ids)
    }

    /// The fields of Cloud API payloads and of the unofficial stores, as real payloads show them.
    package static let messaging = JSONFields(
        kept: [
            "object", "field", "messaging_product", "type", "timestamp", "status", "mime_type", "sha256", "animated", "voice",
            "display_phone_number", "phone_number_id", "category", "pricing_model", "billable", "pricing", "code", "title_id",
            "event", "direction", "duration", "start_time", "end_time", "forwarded", "frequently_forwarded", "emoji",
            "expiration_timestamp", "origin", "fromMe", "messageTimestamp", "messageType", "deleted", "is_dynamic",
            "language", "source_type", "currency", "quantity", "item_price", "product_retailer_id", "catalog_id", "value_type",
            "error_code", "version", "seconds", "fileLength", "height", "width", "content_type", "edited", "private",
        ],
        texts: [
            "body", "text", "caption", "title", "description", "payload", "button_text", "conversation", "content",
            "processed_message_content", "previous_content", "response_json", "flow_token", "message", "details", "filename",
            "fileName", "footer", "header", "headline", "url", "source_url", "speechToText", "vcard", "translated_text", "reason",
            "name_of_list", "selectedDisplayText", "hydratedContentText", "contentText", "comment", "feedback_message",
        ],
        names: [
            "name", "username", "formatted_name", "first_name", "last_name", "middle_name", "pushName", "pushname", "displayName",
            "notifyName", "verifiedName", "nickname", "prefix", "suffix", "fallback_title", "company", "org",
        ],
        ids: [
            "id", "from", "to", "wa_id", "user_id", "parent_user_id", "from_user_id", "from_parent_user_id", "recipient_id",
            "recipient_user_id", "group_id", "phone", "phone_number", "remoteJid", "remoteJidAlt", "participant", "jid", "lid",
            "author", "source_id", "identity_key_hash", "in_reply_to_external_id", "stanzaId", "biz_opaque_callback_data",
            "ctwa_clid", "email", "identifier", "mentionedJid", "ip",
        ])
}
