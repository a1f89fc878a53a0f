#include "text/icu.h"

#include <memory>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unorm2.h>

#include "text/utf16.h"

namespace nianbao::text::icu {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_gb18030() {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open("gb18030", &status));
  return U_SUCCESS(status) ? std::move(converter) : Converter();
}

UChar32 code_point(char32_t value) {
  return static_cast<UChar32>(value);
}

std::int32_t length_of(std::u16string_view units) {
  return static_cast<std::int32_t>(units.size());
}

}  // namespace

std::uint32_t columns(char32_t value) {
  if (value < 0x20 || (value >= 0x7F && value < 0xA0)) return 0;
  if (value < 0x7F) return 1;
  constexpr std::uint32_t no_width =
      U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  if ((U_GET_GC_MASK(code_point(value)) & no_width) != 0) return 0;
  switch (u_getIntPropertyValue(code_point(value), UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_AMBIGUOUS:
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return 2;
    default:
      return 1;
  }
}

bool is_blank(char32_t value) {
  return u_isUWhiteSpace(code_point(value)) != 0 ||
         u_hasBinaryProperty(code_point(value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_public(char32_t value) {
  const auto category = u_charType(code_point(value));
  return category != U_UNASSIGNED && category != U_PRIVATE_USE_CHAR && category != U_SURROGATE;
}

std::string nfkc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFKCInstance(&status);
  std::u16string units = utf16_of(utf8);
  if (U_SUCCESS(status) && unorm2_quickCheck(normalizer, units.data(), length_of(units), &status) != UNORM_YES) {
    // One code unit grows to at most 18 (U+FDFA); a second try after an overflow covers anything beyond.
    std::u16string out(units.size() * 3 + 18, u'\0');
    std::int32_t length =
        unorm2_normalize(normalizer, units.data(), length_of(units), out.data(), length_of(out), &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      out.resize(static_cast<std::size_t>(length));
      length = unorm2_normalize(normalizer, units.data(), length_of(units), out.data(), length_of(out), &status);
    }
    if (U_SUCCESS(status)) {
      out.resize(static_cast<std::size_t>(length));
      units = std::move(out);
    }
  }
  return utf8_of(units).value_or(std::string(utf8));
}

std::optional<std::string> from_gb18030(std::string_view bytes) {
  const Converter converter = open_gb18030();
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string units(bytes.size() + 1, u'\0');  // a GB18030 byte never gives more than one code unit
  const std::int32_t length = ucnv_toUChars(converter.get(), units.data(), length_of(units), bytes.data(),
                                            static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  units.resize(static_cast<std::size_t>(length));
  return utf8_of(units);
}

std::string to_gb18030(std::string_view utf8) {
  const Converter converter = open_gb18030();
  if (!converter) return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const std::u16string units = utf16_of(utf8);
  std::string out(units.size() * 4 + 8, '\0');
  const std::int32_t length = ucnv_fromUChars(converter.get(), out.data(), static_cast<std::int32_t>(out.size()),
                                              units.data(), length_of(units), &status);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return out;
}

}  // namespace nianbao::text::icu
