// What bytes are, many at once and a bit each, the first in the lowest place. Swift's vectors compare sixteen bytes in
// one instruction and have none that gathers the answers into bits; the processor does.
#ifndef BYTE_MASKS_H
#define BYTE_MASKS_H

#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Of 64 bytes.
typedef struct {
    // Letters of ASCII, and all bytes outside it.
    uint64_t letters;
    // Lead bytes of UTF-8: 0xC0 and more.
    uint64_t leads;
    // Digits of ASCII.
    uint64_t digits;
    // The signs @ and /.
    uint64_t links;
} ByteMasks;

// Of 64 bytes, where digits run.
typedef struct {
    // Digits of ASCII.
    uint64_t digits;
    // These, and what may stand between two digits of a telephone number: space . - / ( ), the two bytes of a no-break
    // space, and the zero bytes of UTF-16.
    uint64_t joined;
} DigitMasks;

#define BYTES_OF(byte) (0x0101010101010101u * (byte))

// The high bits of eight bytes, side by side.
static inline uint64_t high_bits(uint64_t word) { return ((word >> 7 & BYTES_OF(1)) * 0x0102040810204080u) >> 56; }

// The high bit of each byte that lies between two values of ASCII.
static inline uint64_t bytes_between(uint64_t word, uint8_t first, uint8_t last) {
    uint64_t low = word & ~BYTES_OF(0x80);
    return (low + BYTES_OF(0x80u - first)) & ~(low + BYTES_OF(0x7Fu - last)) & ~word & BYTES_OF(0x80);
}

static inline uint64_t eight_bytes(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    return word;
}

// For every processor, eight bytes at a time. They are in memory as on a little-endian machine.
static inline ByteMasks byte_masks_by_words(const uint8_t *bytes) {
    ByteMasks masks = {0, 0, 0, 0};
    for (int at = 0; at < 64; at += 8) {
        uint64_t word = eight_bytes(bytes + at);
        uint64_t letters = bytes_between(word | BYTES_OF(0x20), 'a', 'z') | word;
        masks.letters |= high_bits(letters) << at;
        masks.leads |= high_bits(word & word << 1) << at;
        masks.digits |= high_bits(bytes_between(word, '0', '9')) << at;
        masks.links |= high_bits(bytes_between(word, '@', '@') | bytes_between(word, '/', '/')) << at;
    }
    return masks;
}

// The high bit of each byte that is this one, whatever its own high bit.
static inline uint64_t bytes_equal(uint64_t word, uint8_t byte) {
    uint64_t rest = word ^ BYTES_OF(byte);
    return ~(((rest & ~BYTES_OF(0x80)) + ~BYTES_OF(0x80)) | rest) & BYTES_OF(0x80);
}

static inline DigitMasks digit_masks_by_words(const uint8_t *bytes) {
    DigitMasks masks = {0, 0};
    for (int at = 0; at < 64; at += 8) {
        uint64_t word = eight_bytes(bytes + at);
        // The signs - . / stand right before the digits.
        uint64_t joined = bytes_between(word, '-', '9') | bytes_between(word, '(', ')') | bytes_equal(word, ' ')
            | bytes_equal(word, 0) | bytes_equal(word, 0xA0) | bytes_equal(word, 0xC2);
        masks.digits |= high_bits(bytes_between(word, '0', '9')) << at;
        masks.joined |= high_bits(joined) << at;
    }
    return masks;
}

// Of 64 bytes: the signs D, T, j and z, which in Base64 say that the first two of three bytes are digits.
static inline uint64_t encoded_masks_by_words(const uint8_t *bytes) {
    uint64_t mask = 0;
    for (int at = 0; at < 64; at += 8) {
        uint64_t folded = eight_bytes(bytes + at) & BYTES_OF(0xEF);
        mask |= high_bits(bytes_equal(folded, 'D') | bytes_equal(folded, 'j')) << at;
    }
    return mask;
}

// How many of sixteen bytes are letters of ASCII in lower case or bytes outside it, from the first on.
static inline int letter_run_by_words(const uint8_t *bytes) {
    uint64_t first = eight_bytes(bytes), second = eight_bytes(bytes + 8);
    uint64_t letters = high_bits(bytes_between(first, 'a', 'z') | first)
        | high_bits(bytes_between(second, 'a', 'z') | second) << 8;
    return __builtin_ctzll(~letters);
}

#if defined(__SSE2__)

static inline __m128i are_between(__m128i bytes, char first, char last) {
    __m128i from = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(from, _mm_set1_epi8(last - first)), from);
}

static inline uint64_t bits_of(__m128i bytes) { return (uint64_t)(uint32_t)_mm_movemask_epi8(bytes); }

static inline ByteMasks byte_masks(const uint8_t *bytes) {
    ByteMasks masks = {0, 0, 0, 0};
    for (int at = 0; at < 64; at += 16) {
        __m128i part = _mm_loadu_si128((const __m128i *)(bytes + at));
        __m128i letters = are_between(_mm_or_si128(part, _mm_set1_epi8(0x20)), 'a', 'z');
        __m128i leads = _mm_cmpeq_epi8(_mm_max_epu8(part, _mm_set1_epi8((char)0xC0)), part);
        __m128i links = _mm_or_si128(
            _mm_cmpeq_epi8(part, _mm_set1_epi8('@')), _mm_cmpeq_epi8(part, _mm_set1_epi8('/')));
        masks.letters |= bits_of(_mm_or_si128(letters, part)) << at;
        masks.leads |= bits_of(leads) << at;
        masks.digits |= bits_of(are_between(part, '0', '9')) << at;
        masks.links |= bits_of(links) << at;
    }
    return masks;
}

static inline DigitMasks digit_masks(const uint8_t *bytes) {
    DigitMasks masks = {0, 0};
    for (int at = 0; at < 64; at += 16) {
        __m128i part = _mm_loadu_si128((const __m128i *)(bytes + at));
        __m128i signs = _mm_or_si128(are_between(part, '-', '9'), are_between(part, '(', ')'));
        __m128i blanks = _mm_or_si128(
            _mm_cmpeq_epi8(part, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(part, _mm_setzero_si128()));
        __m128i wide = _mm_or_si128(
            _mm_cmpeq_epi8(part, _mm_set1_epi8((char)0xA0)), _mm_cmpeq_epi8(part, _mm_set1_epi8((char)0xC2)));
        masks.digits |= bits_of(are_between(part, '0', '9')) << at;
        masks.joined |= bits_of(_mm_or_si128(_mm_or_si128(signs, blanks), wide)) << at;
    }
    return masks;
}

static inline uint64_t encoded_masks(const uint8_t *bytes) {
    uint64_t mask = 0;
    for (int at = 0; at < 64; at += 16) {
        __m128i folded = _mm_and_si128(
            _mm_loadu_si128((const __m128i *)(bytes + at)), _mm_set1_epi8((char)0xEF));
        mask |= bits_of(_mm_or_si128(
            _mm_cmpeq_epi8(folded, _mm_set1_epi8('D')), _mm_cmpeq_epi8(folded, _mm_set1_epi8('j')))) << at;
    }
    return mask;
}

static inline int letter_run(const uint8_t *bytes) {
    __m128i part = _mm_loadu_si128((const __m128i *)bytes);
    return __builtin_ctzll(~bits_of(_mm_or_si128(are_between(part, 'a', 'z'), part)));
}

#else

static inline ByteMasks byte_masks(const uint8_t *bytes) { return byte_masks_by_words(bytes); }
static inline DigitMasks digit_masks(const uint8_t *bytes) { return digit_masks_by_words(bytes); }
static inline uint64_t encoded_masks(const uint8_t *bytes) { return encoded_masks_by_words(bytes); }
static inline int letter_run(const uint8_t *bytes) { return letter_run_by_words(bytes); }

#endif
#endif
