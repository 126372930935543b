#include "base/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace onrecord::base {
namespace {

constexpr std::string_view kGzipMagic("\x1F\x8B", 2);
constexpr std::string_view kZstdMagic("\x28\xB5\x2F\xFD", 4);

tl::unexpected<Error> damaged(const char* kind, const char* why) {
  return fail({ErrorCode::bad_compression, std::string("the ") + kind + " data is damaged: " + why, "", "",
               "Fetch or compress the file again."});
}

class Gzip final : public Decompressor {
 public:
  Gzip() { ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK; }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() override { inflateEnd(&stream_); }

  Result<Ok> feed(std::string_view& compressed, std::string& to, std::size_t room) override {
    if (!ready_) return damaged("gzip", "there is no memory to unpack it");
    if (between_members_ && !begin_member(compressed)) return Ok{};
    const std::size_t had = to.size();
    to.resize(had + room);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream_.avail_in = narrow(compressed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(to.data() + had);
    stream_.avail_out = narrow(room);
    const uInt in_before = stream_.avail_in, out_before = stream_.avail_out;
    const int state = inflate(&stream_, Z_NO_FLUSH);
    to.resize(had + (out_before - stream_.avail_out));
    compressed.remove_prefix(in_before - stream_.avail_in);
    if (state == Z_STREAM_END) {
      between_members_ = true;
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
      return damaged("gzip", stream_.msg != nullptr ? stream_.msg : "it breaks off");
    }
    return Ok{};
  }

  bool complete() const override { return between_members_; }

 private:
  static uInt narrow(std::size_t size) {
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
  }

  // A .gz may hold several members one after the other. What follows the last and is no member (tapes pad
  // with zeros) is left aside, as gzip itself does.
  bool begin_member(std::string_view& compressed) {
    if (compressed.starts_with(kGzipMagic[0])) {
      inflateReset(&stream_);
      between_members_ = false;
      return true;
    }
    compressed = {};
    return false;
  }

  z_stream stream_ = {};
  bool ready_ = false;
  bool between_members_ = false;
};

class Zstd final : public Decompressor {
 public:
  Zstd() : stream_(ZSTD_createDStream()) {}
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;
  ~Zstd() override { ZSTD_freeDStream(stream_); }

  Result<Ok> feed(std::string_view& compressed, std::string& to, std::size_t room) override {
    const std::size_t had = to.size();
    to.resize(had + room);
    ZSTD_inBuffer in = {compressed.data(), compressed.size(), 0};
    ZSTD_outBuffer out = {to.data() + had, room, 0};
    const std::size_t state = ZSTD_decompressStream(stream_, &out, &in);
    to.resize(had + out.pos);
    compressed.remove_prefix(in.pos);
    if (ZSTD_isError(state) != 0) return damaged("zstd", ZSTD_getErrorName(state));
    // Called once more at a frame's end with nothing, zstd asks for the next frame's header: no frame is open
    // then.
    if (in.pos > 0 || out.pos > 0) complete_ = state == 0;
    return Ok{};
  }

  bool complete() const override { return complete_; }

 private:
  ZSTD_DStream* stream_;
  bool complete_ = false;
};

}  // namespace

Compression compression_of(std::string_view first_bytes) {
  if (first_bytes.starts_with(kGzipMagic)) return Compression::gzip;
  if (first_bytes.starts_with(kZstdMagic)) return Compression::zstd;
  return Compression::none;
}

std::unique_ptr<Decompressor> make_decompressor(Compression kind) {
  if (kind == Compression::gzip) return std::make_unique<Gzip>();
  return std::make_unique<Zstd>();
}

// Text packs 3 to 20 times smaller; a deflate bomb reaches 1,030 times, a zstd one more.
bool is_bomb(std::uint64_t compressed, std::uint64_t plain) {
  constexpr std::uint64_t kLittle = 16U << 20;
  constexpr std::uint64_t kMostTimes = 200;
  return plain > kLittle && plain / kMostTimes > compressed;
}

}  // namespace onrecord::base
