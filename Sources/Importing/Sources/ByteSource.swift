import Foundation

/// Bytes that are read from front to back.
protocol ByteSource: AnyObject {
    /// Fills the front of `buffer`; gives the number of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A regular file. It is opened without following a symbolic link, and never waits on a pipe or a device.
final class FileBytes: ByteSource {
    private let descriptor: Int32
    let size: Int64

    init(path: String) throws {
        descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ELOOP ? ImportFault.notRegular : ImportFault.unreadable(String(cString: strerror(errno)))
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ImportFault.notRegular
        }
        size = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw ImportFault.unreadable(String(cString: strerror(errno))) }
        }
    }
}
